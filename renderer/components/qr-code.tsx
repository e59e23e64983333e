import { useMemo } from 'react'
import { encode } from 'uqr'

/** 二维码四周的留白,四格是标准要的,少了有的扫码器认不出。 */
const BORDER = 4

/** 二维码,自己画成一条路径:不用图片,打印、放大都清楚。 */
export const QrCode = ({ text, label, size = 168 }: { readonly text: string; readonly label: string; readonly size?: number }) => {
  const { path, cells } = useMemo(() => {
    const { data, size: cells } = encode(text, { ecc: 'M', border: BORDER })
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: dark.join(''), cells }
  }, [text])
  return (
    <svg className="qr-code" role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${cells} ${cells}`} shapeRendering="crispEdges">
      <rect width={cells} height={cells} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
