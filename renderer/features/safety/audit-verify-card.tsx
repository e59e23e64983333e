import { Button, Input } from 'antd'
import { useState } from 'react'
import { auditText } from '../../../shared/i18n/zh-CN/audit.ts'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { Card } from '../../components/card.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { api } from '../../platform/api.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'

const text = safetyText.audit
type Verdict = Extract<Awaited<ReturnType<typeof api.audit.verify>>, { ok: true }>['value']

/** 从头核对:链、旧样子、每条记录;可以对照抄在别处的链头。 */
export const AuditVerifyCard = () => {
  const verify = useJob(api.audit.verify)
  const head = useQuery(api.audit.head, {}, [])
  const [externalHead, setExternalHead] = useState('')
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const start = async (): Promise<void> => {
    setFailure(null)
    setVerdict(null)
    const result = await verify.start({ externalHead: externalHead.trim() })
    if (result.ok) setVerdict(result.value)
    else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  return (
    <Card title={text.verifyTitle}>
      {failure !== null && <ErrorNote failure={failure} />}
      <div className="safety-filter">
        <Field label={text.externalHead} hint={text.externalHint} compact>
          {(control) => <Input {...control} value={externalHead} maxLength={64} onChange={(event) => setExternalHead(event.target.value)} />}
        </Field>
        <Button onClick={() => void start()} loading={verify.running}>
          {text.verify}
        </Button>
      </div>
      {head.data !== null && verdict === null && <p className="meta safety-head">{text.headNow(head.data.seq, head.data.head)}</p>}
      {verdict !== null && (
        <div role="status" className="safety-verdict" data-tone={verdict.sound && verdict.headFound !== false ? 'fine' : 'danger'}>
          <p>
            <Icon name={verdict.sound ? 'tick' : 'alert'} /> {verdict.sound ? text.sound(verdict.rows, verdict.versions) : text.broken}
          </p>
          {verdict.brokenAt !== null && <p>{text.brokenAt(verdict.brokenAt)}</p>}
          {verdict.brokenVersionAt !== null && <p>{text.brokenVersionAt(verdict.brokenVersionAt)}</p>}
          {verdict.altered.map(({ table, count }) => (
            <p key={table}>{text.altered(auditText.tables[table] ?? table, count)}</p>
          ))}
          {verdict.headFound !== null && <p>{verdict.headFound ? text.headFound : text.headMissing}</p>}
          <p className="meta safety-head">{text.head(verdict.head)}</p>
        </div>
      )}
      <ProgressDialog running={verify.running} title={text.verifyTitle} progress={verify.progress} onCancel={verify.cancel} />
    </Card>
  )
}
