import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeDocument } from '../../../shared/model/scheme.ts'
import { Card } from '../../components/card.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { uploadFile } from '../../platform/files.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { NewSchemeDialog } from './new-scheme-dialog.tsx'
import { VersionTable } from './version-table.tsx'
import './schemes.css'

const text = schemesText.library
const importScheme = (input: Parameters<typeof api.schemes.importFile>[0], options?: Parameters<typeof api.schemes.importFile>[1]) => api.schemes.importFile(input, options)

/** 方案库:各方案的各版;新建、读入、出新版、导出、停用。 */
export const SchemesScreen = () => {
  const { message } = App.useApp()
  const query = useQuery(api.schemes.list, {}, ['schemes.changed', 'evaluation.changed'])
  const go = useNavigation((navigation) => navigation.go)
  const mayWrite = useSession(({ session }) => mayCall(session, contract.schemes.saveDraft))
  const [creating, setCreating] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const job = useJob(importScheme)
  const open = ({ id }: Pick<SchemeDocument, 'id'>): void => go({ screen: 'scheme', schemeId: id })
  const read = async (file: File): Promise<void> => {
    setFailure(null)
    try {
      const result = await job.start({ file: await uploadFile(file) })
      if (result.ok) {
        void message.success(text.imported(result.value.body.name))
        open(result.value)
      } else if (result.error.code !== 'CANCELLED') setFailure(result.error)
    } catch (error) {
      setFailure({ code: error instanceof Error ? error.message : 'UNAVAILABLE', data: {}, traceId: '' })
    }
  }
  return (
    <Page
      title={text.title}
      note={text.note}
      section={{ group: 'evaluation', current: 'schemes' }}
      actions={
        mayWrite && (
          <>
            <Upload
              accept={text.importAccept}
              showUploadList={false}
              beforeUpload={(file) => {
                void read(file)
                return false
              }}
            >
              <Button loading={job.running}>{text.import}</Button>
            </Upload>
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
              {text.create}
            </Button>
          </>
        )
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      <QueryView query={query}>
        {({ schemes, templates }) => (
          <>
            {schemes.map((scheme) => (
              <Card key={scheme.id} title={scheme.name}>
                <VersionTable scheme={scheme} mayWrite={mayWrite} onOpen={open} />
              </Card>
            ))}
            {creating && <NewSchemeDialog templates={templates} onClose={() => setCreating(false)} onCreated={open} />}
          </>
        )}
      </QueryView>
      <ProgressDialog running={job.running} title={text.import} progress={job.progress} onCancel={job.cancel} />
    </Page>
  )
}
