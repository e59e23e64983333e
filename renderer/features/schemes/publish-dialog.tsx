import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeDocument } from '../../../shared/model/scheme.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const text = schemesText.publish

/** 发布:说清从哪天起用、发布以后不能改,写理由、输口令。 */
export const PublishDialog = ({ document, onClose, onPublished }: { readonly document: SchemeDocument; readonly onClose: () => void; readonly onPublished: () => void }) => {
  const today = useSession((session) => session.today)
  const submit = useSubmit()
  return (
    <ConfirmedDialog open title={text.title(document.body.name)} confirmLabel={text.confirm} submit={submit} onClose={onClose} onConfirm={(confirm) => void submit.run(() => api.schemes.publish({ id: document.id, rev: document.rev }, { confirm }), onPublished)}>
      <p>{text.consequence(document.effectiveFrom)}</p>
      {document.effectiveFrom <= today && <p className="scheme-warning">{text.past(document.effectiveFrom)}</p>}
    </ConfirmedDialog>
  )
}
