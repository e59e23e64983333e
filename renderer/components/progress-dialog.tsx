import { Button, Modal, Progress as ProgressBar } from 'antd'
import { useEffect, useState } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import type { Progress } from '../../shared/rpc/messages.ts'

export interface ProgressDialogProps {
  /** 正在做;300 毫秒后才出现。 */
  readonly running: boolean
  readonly title: string
  readonly progress: Progress | null
  /** 阶段代码 → 一句话;不给则只显示数字。 */
  readonly stageText?: (stage: string) => string
  readonly onCancel: () => void
}

/** 长活的进度:做到第几个、共几个,可以停下来。 */
export const ProgressDialog = ({ running, title, progress, stageText, onCancel }: ProgressDialogProps) => {
  const [shown, setShown] = useState(false)
  const [stopping, setStopping] = useState(false)
  useEffect(() => {
    if (!running) {
      setShown(false)
      setStopping(false)
      return undefined
    }
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [running])
  const percent = progress === null || progress.total === 0 ? 0 : Math.min(100, Math.round((progress.done / progress.total) * 100))
  const stop = (): void => {
    setStopping(true)
    onCancel()
  }
  return (
    <Modal
      open={shown}
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button onClick={stop} disabled={stopping}>
          {stopping ? commonText.progress.stopping : commonText.progress.cancel}
        </Button>
      }
    >
      <ProgressBar percent={percent} showInfo={false} aria-label={title} />
      <p className="progress-count" role="status">
        {progress !== null && progress.total > 0 && commonText.progress.count(progress.done, progress.total)}
        {progress !== null && stageText !== undefined && ` ${stageText(progress.stage)}`}
      </p>
    </Modal>
  )
}
