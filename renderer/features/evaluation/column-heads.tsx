/** 评分表里各张表的表头:一列一个名称。 */
export const ColumnHeads = ({ names }: { readonly names: Readonly<Record<string, string>> }) => (
  <thead>
    <tr>
      {Object.values(names).map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
)
