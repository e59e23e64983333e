import type { VolumeBlock } from '../../../../shared/model/volume.ts'

const COLUMNS = 4

/** 到会签名格:每行四人,印的姓名与到会记号在上,签名在下;人多时跨页,表头重复。 */
export const SignGridBlock = ({ block, continued }: { readonly block: Extract<VolumeBlock, { kind: 'sign_grid' }>; readonly continued: boolean }) => {
  const rows = Math.ceil(Math.max(block.people.length, block.places) / COLUMNS)
  return (
    <table className={continued ? 'continued sign-grid' : 'sign-grid'}>
      <thead>
        <tr>
          <th colSpan={COLUMNS}>{block.title}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_unused, row) => (
          <tr key={row}>
            {Array.from({ length: COLUMNS }, (_unusedCell, column) => {
              const person = block.people[row * COLUMNS + column]
              return (
                <td key={column}>
                  {person !== undefined && (
                    <>
                      <span className="mark">{person.mark}</span>
                      <span className="typed">{person.name}</span>
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
