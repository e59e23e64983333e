import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { makeHost, openSocket } from '../../test/support/make-host.ts'
import { median, round, type BenchRow } from './bench-row.ts'

const CALLS = 500
const WARM_UP = 50

/** 真网口、真核心线程:一次小查询从发出到回来。 */
export const measureRoundTrip = async (): Promise<readonly BenchRow[]> => {
  const test = await makeHost()
  try {
    const channel = await openSocket(test.host.origin, await test.exchange())
    const times: number[] = []
    for (let call = 0; call < CALLS + WARM_UP; call++) {
      const started = performance.now()
      await channel.request(JSON.stringify({ id: `bench-${call}`, path: 'system.startOptions', input: {} }), {})
      if (call >= WARM_UP) times.push(performance.now() - started)
    }
    channel.close()
    return [{ name: benchText.roundTrip, value: round(median(times), 3), unit: 'ms', budget: 5, note: benchText.roundTripNote(CALLS) }]
  } finally {
    await test.close()
  }
}
