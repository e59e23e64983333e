import { Input } from 'antd'
import type { FieldControl } from '../../components/field.tsx'

/** 人数、票数:只收数字,空着是没有写。 */
export const CountInput = ({ value, onChange, ...control }: Partial<FieldControl> & { readonly value: number | null; readonly onChange: (value: number | null) => void; readonly 'aria-label'?: string }) => (
  <Input
    {...control}
    inputMode="numeric"
    autoComplete="off"
    maxLength={6}
    value={value === null ? '' : String(value)}
    onChange={(event) => {
      const digits = event.target.value.normalize('NFKC').replaceAll(/\D/g, '')
      onChange(digits === '' ? null : Number(digits))
    }}
  />
)
