import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { TEXT_SIZES, useDisplaySettings } from '../platform/display-settings.ts'

/** 字号三档。顶栏里有,登录之前的各页也有:看不清的人先要看清口令框。 */
export const TextSizeSwitch = ({ className = '' }: { readonly className?: string }) => {
  const { textSize, chooseTextSize } = useDisplaySettings()
  return (
    <span className={`shell-sizes ${className}`} role="group" aria-label={shellText.textSize.label}>
      <span aria-hidden="true">{shellText.textSize.label}</span>
      {TEXT_SIZES.map((size) => (
        <button key={size} type="button" className="shell-size" aria-pressed={size === textSize} onClick={() => chooseTextSize(size)}>
          {shellText.textSize[size]}
        </button>
      ))}
    </span>
  )
}
