import { connect } from 'node:net'

export interface RawReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** 手写的请求,一个字节不改地发出去,读到对方关闭(或到时)为止。连不上、没回应时 status 为 0。 */
export const rawRequest = (port: number, text: string, options: { readonly address?: string; readonly milliseconds?: number } = {}): Promise<RawReply> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: options.address ?? '127.0.0.1' })
    let received = ''
    const finish = (): void => {
      clearTimeout(timer)
      socket.destroy()
      const [head = '', ...rest] = received.split('\r\n\r\n')
      const [first = '', ...lines] = head.split('\r\n')
      resolve({
        status: Number(first.split(' ')[1] ?? 0) || 0,
        headers: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])),
        body: rest.join('\r\n\r\n'),
      })
    }
    const timer = setTimeout(finish, options.milliseconds ?? 3000)
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => (received += chunk))
    socket.on('close', finish)
    socket.on('error', finish)
    socket.write(text)
  })
