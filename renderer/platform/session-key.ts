const STORAGE_KEY = 'baolei-session'

let exchanging: Promise<string> | null = null

const exchange = async (): Promise<string> => {
  const kept = sessionStorage.getItem(STORAGE_KEY)
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  if (code === null) {
    if (kept === null) throw new Error('WINDOW_REFUSED')
    return kept
  }
  // 启动码只能用一次,先从地址栏拿掉,不留在历史里。
  history.replaceState(null, '', location.pathname)
  const response = await fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
  if (!response.ok) {
    if (kept !== null) return kept
    throw new Error(response.status === 403 ? 'WINDOW_REFUSED' : `session refused: ${response.status}`)
  }
  const { key } = (await response.json()) as { key: string }
  sessionStorage.setItem(STORAGE_KEY, key)
  return key
}

/** 会话钥匙:启动码换来(只能换一次,第二个窗口拿不到,以 WINDOW_REFUSED 拒绝),只在本标签页里有效(sessionStorage),不用 cookie(cookie 不分端口)。 */
export const sessionKey = (): Promise<string> => {
  exchanging ??= exchange()
  exchanging.catch(() => {
    exchanging = null
  })
  return exchanging
}
