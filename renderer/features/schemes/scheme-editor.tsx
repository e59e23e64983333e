import { App, Button, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent, SchemeDocument } from '../../../shared/model/scheme.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Page } from '../../components/page.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { UnsavedNote } from '../../components/unsaved-note.tsx'
import { useAutosave } from '../../components/use-autosave.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import type { Editing } from './editing.ts'
import { BasicsPart } from './parts/basics-part.tsx'
import { DimensionsPart } from './parts/dimensions-part.tsx'
import { FaultsPart, type Tab } from './parts/faults-part.tsx'
import { IndicatorsPart } from './parts/indicators-part.tsx'
import { LevelsPart } from './parts/levels-part.tsx'
import { MergingPart } from './parts/merging-part.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { RehearsalDrawer } from './rehearsal-drawer.tsx'
import './schemes.css'

const text = schemesText.editor
interface Fields {
  readonly effectiveFrom: string
  readonly body: SchemeContent
}
const TABS = Object.keys(text.tabs) as readonly Tab[]

/** 一份方案:草稿边改边存,毛病随着给出;发布了的只看。 */
export const SchemeEditor = ({ loaded, mayWrite, onReload }: { readonly loaded: SchemeDocument; readonly mayWrite: boolean; readonly onReload: () => void }) => {
  const { message } = App.useApp()
  const go = useNavigation((navigation) => navigation.go)
  const [document, setDocument] = useState(loaded)
  const [tab, setTab] = useState<Tab>('basics')
  const [opened, setOpened] = useState<string | null>(null)
  const [asking, setAsking] = useState<'rehearse' | 'publish' | null>(null)
  const submit = useSubmit()
  const initial = useMemo((): Fields => ({ effectiveFrom: loaded.effectiveFrom, body: loaded.body }), [loaded])
  const autosave = useAutosave<Fields, SchemeDocument>({
    draftKey: `scheme:${loaded.id}`,
    fields: initial,
    rev: loaded.rev,
    save: (fields, rev) => api.schemes.saveDraft({ id: loaded.id, rev, ...fields }),
    check: ({ body }) => (body.name.trim() === '' ? schemesText.create.nameMissing : null),
    onSaved: setDocument,
  })
  const { fields, change } = autosave
  const readOnly = loaded.status !== 'draft' || !mayWrite
  const editing: Editing = {
    body: fields.body,
    readOnly,
    categories: document.sums.map(({ category, name }) => ({ code: category, name })),
    change: (apply) => change({ body: apply(fields.body) }),
  }
  const library = (): void => go({ screen: 'schemes' })
  const discard = (): void => {
    autosave.discard()
    void submit.run(() => api.schemes.discardDraft({ id: loaded.id, rev: document.rev }), library)
  }
  /** 先存好眼前的,再试算、发布。 */
  const ask = async (what: 'rehearse' | 'publish'): Promise<void> => {
    if (await autosave.flush()) setAsking(what)
  }
  const content: Readonly<Record<Tab, React.ReactNode>> = {
    basics: <BasicsPart editing={editing} effectiveFrom={fields.effectiveFrom} onEffectiveFrom={(effectiveFrom) => change({ effectiveFrom })} />,
    dimensions: <DimensionsPart editing={editing} />,
    indicators: <IndicatorsPart editing={editing} regular opened={opened} onOpen={setOpened} />,
    events: <IndicatorsPart editing={editing} regular={false} opened={opened} onOpen={setOpened} />,
    stars: <LevelsPart editing={editing} which="stars" />,
    annual: <LevelsPart editing={editing} which="annual" />,
    merging: <MergingPart editing={editing} />,
    faults: (
      <FaultsPart
        editing={editing}
        document={document}
        onGo={(next, indicatorId) => {
          setTab(next)
          setOpened(indicatorId)
        }}
      />
    ),
  }
  const labelOf = (key: Tab): string => (key === 'faults' ? text.faultsTab(document.faults.length) : text.tabs[key])
  return (
    <Page
      title={text.title(fields.body.name, loaded.version)}
      onBack={library}
      state={<SaveState status={autosave.status} />}
      note={readOnly ? text.readOnly : ''}
      section={{ group: 'evaluation', current: 'schemes' }}
      actions={
        mayWrite && (
          <>
            {loaded.status === 'draft' && <ConfirmButton danger label={text.discard} question={text.discardQuestion} consequence={text.discardConsequence} confirmLabel={text.discardConfirm} loading={submit.busy} onConfirm={discard} />}
            <Button disabled={document.faults.length > 0} onClick={() => void ask('rehearse')}>
              {text.rehearse}
            </Button>
            {loaded.status === 'draft' && (
              <Button type="primary" disabled={document.faults.length > 0} onClick={() => void ask('publish')}>
                {text.publish}
              </Button>
            )}
          </>
        )
      }
    >
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {autosave.status.kind === 'unsaved' && (
        <UnsavedNote
          failure={autosave.status.failure}
          onRetry={() => void autosave.flush()}
          onLatest={() => {
            autosave.discard()
            onReload()
          }}
        />
      )}
      <Tabs activeKey={tab} onChange={(key) => setTab(key as Tab)} items={TABS.map((key) => ({ key, label: labelOf(key), children: key === tab ? content[key] : null }))} />
      {asking === 'rehearse' && <RehearsalDrawer document={document} onClose={() => setAsking(null)} />}
      {asking === 'publish' && (
        <PublishDialog
          document={document}
          onClose={() => setAsking(null)}
          onPublished={() => {
            void message.success(schemesText.publish.done)
            library()
          }}
        />
      )}
    </Page>
  )
}
