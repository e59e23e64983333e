import { App, Button } from 'antd'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { calendarText as text } from '../../../shared/i18n/zh-CN/calendar.ts'
import type { CalendarYear } from '../../../shared/model/calendar.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { Card } from '../../components/card.tsx'
import { isImeKey } from '../../components/ime.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { DayDialog } from './day-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MonthTable } from './month-table.tsx'
import './work-calendar.css'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

const YearGrid = ({ year, editable, onOpen }: { readonly year: CalendarYear; readonly editable: boolean; readonly onOpen: (day: string) => void }) => {
  const days = useMemo(() => new Map(year.days.map((entry) => [entry.day, entry])), [year])
  const [active, setActive] = useState(`${year.year}-01-01`)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEPS[event.key]
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined
    if (step === undefined || from === undefined || isImeKey(event)) return
    const next = addDays(from, step)
    if (!next.startsWith(`${year.year}-`)) return
    event.preventDefault()
    setActive(next)
    event.currentTarget.closest('.calendar-year')?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    // 方向键在日子之间走,整年只占一个制表键。
    <div className="calendar-year" role="group" aria-label={text.keys}>
      {MONTHS.map((month) => (
        <MonthTable key={month} year={year.year} month={month} days={days} active={active} editable={editable} onOpen={onOpen} onMove={onKeyDown} />
      ))}
    </div>
  )
}

/** 工作日历:每年的放假与调休;没有装入的年份照实说。 */
export const WorkCalendarScreen = () => {
  const today = useSession((session) => session.today)
  const session = useSession((state) => state.session)
  const { message } = App.useApp()
  const [chosen, setChosen] = useState(Number(today.slice(0, 4)))
  const [dialog, setDialog] = useState<{ readonly day: string } | 'import' | null>(null)
  const list = useQuery(api.calendar.years, {}, ['calendar.changed'])
  const editable = mayCall(session, contract.calendar.saveYear)
  const saved = (): void => {
    setDialog(null)
    void message.success(text.saved)
  }
  return (
    <Page
      title={text.title}
      note={text.explain}
      section={{ group: 'organisations', current: 'work-calendar' }}
      actions={
        editable && (
          <Button type="primary" onClick={() => setDialog('import')}>
            {text.importOpen}
          </Button>
        )
      }
    >
      <QueryView query={list}>
        {({ years }) => {
          const year = years.find((entry) => entry.year === chosen) ?? years[0]
          if (year === undefined) return null
          const holidays = year.days.filter(({ kind }) => kind === 'holiday').length
          return (
            <Card>
              <div className="calendar-years" role="group" aria-label={text.years}>
                {years.map((entry) => (
                  <Button key={entry.year} type={entry.year === year.year ? 'primary' : 'default'} aria-pressed={entry.year === year.year} onClick={() => setChosen(entry.year)}>
                    {entry.year}
                  </Button>
                ))}
                <StateTag tone={year.state === 'none' ? 'warning' : 'done'} word={text.states[year.state]} />
                <span>{text.summary(year.workingDays, holidays, year.days.length - holidays)}</span>
              </div>
              <p className={year.state === 'none' ? 'field-error' : 'meta'} role={year.state === 'none' ? 'alert' : undefined}>
                {year.state === 'none' ? text.noneNote(year.year) : year.source === '' ? text.noSource : text.source(year.source)}
              </p>
              <YearGrid key={year.year} year={year} editable={editable} onOpen={(day) => setDialog({ day })} />
              {dialog === 'import' && <ImportDialog year={year.year} onClose={() => setDialog(null)} onSaved={saved} />}
              {dialog !== null && dialog !== 'import' && <DayDialog key={dialog.day} year={year} day={dialog.day} onClose={() => setDialog(null)} onSaved={saved} />}
            </Card>
          )
        }}
      </QueryView>
    </Page>
  )
}
