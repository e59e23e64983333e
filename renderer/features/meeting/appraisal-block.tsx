import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { appraisalGrades } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { Appraisal, AppraisalGrade } from '../../../shared/model/meeting-parts.ts'
import { Card } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import type { BlockProps } from './basics-block.tsx'
import { RuleNote } from './rule-note.tsx'

const text = meetingText.appraisal
const VOTES = [
  ['excellentVotes', text.columns.excellent],
  ['qualifiedVotes', text.columns.qualified],
  ['basicVotes', text.columns.basic],
  ['unqualifiedVotes', text.columns.unqualified],
] as const
const NOTES = [
  ['selfNote', text.columns.selfNote],
  ['peerNote', text.columns.peerNote],
  ['opinion', text.columns.opinion],
] as const
const NEW: Omit<Appraisal, 'memberId' | 'name'> = { selfNote: '', peerNote: '', excellentVotes: 0, qualifiedVotes: 0, basicVotes: 0, unqualifiedVotes: 0, grade: '', opinion: '' }

/** 民主评议党员:一人一行,四等次的票数、评定等次;点开一人写自评、互评和支部意见。汇总票数不等于等次,等次由支部定。 */
export const AppraisalBlock = ({ fields, disabled, onChange, onLeave, limit }: BlockProps & { readonly limit: number }) => {
  const [openId, setOpenId] = useState<string | null>(null)
  const rows = fields.appraisals
  const change = (memberId: string, patch: Partial<Appraisal>): void => onChange({ appraisals: rows.map((row) => (row.memberId === memberId ? { ...row, ...patch } : row)) })
  const missing = fields.attendance.filter(({ memberId }) => !rows.some((row) => row.memberId === memberId))
  return (
    <Card
      title={text.title}
      extra={
        <>
          <RuleNote rule="appraisal" />
          {!disabled && rows.some(({ grade }) => grade === '') && (
            <Button
              onClick={() => {
                onChange({ appraisals: rows.map((row) => (row.grade === '' ? { ...row, grade: 'qualified' } : row)) })
                onLeave()
              }}
            >
              {text.restQualified}
            </Button>
          )}
          {!disabled && missing.length > 0 && (
            <Button
              onClick={() => {
                onChange({ appraisals: [...rows, ...missing.map(({ memberId, name }) => ({ ...NEW, memberId, name }))] })
                onLeave()
              }}
            >
              {text.addAll}
            </Button>
          )}
        </>
      }
    >
      <div data-field="appraisals">
        <p role="status">{rows.length === 0 ? text.empty : text.summary(rows.length, rows.filter(({ grade }) => grade === 'excellent').length, limit)}</p>
        <ul className="appraisal-rows" aria-label={text.table}>
          {rows.map((row) => (
            <li key={row.memberId} className="appraisal-row">
              <div className="appraisal-line">
                <Button type="text" className="appraisal-name" aria-expanded={openId === row.memberId} onClick={() => setOpenId(openId === row.memberId ? null : row.memberId)}>
                  {row.name}
                </Button>
                {VOTES.map(([key, label]) => (
                  <label key={key} className="meeting-vote-count">
                    <span>{label}</span>
                    <InputNumber aria-label={text.cell(row.name, label)} value={row[key]} min={0} max={9999} precision={0} disabled={disabled} onChange={(count) => change(row.memberId, { [key]: count ?? 0 })} onBlur={onLeave} />
                  </label>
                ))}
                <Select
                  aria-label={text.cell(row.name, text.columns.grade)}
                  value={row.grade === '' ? null : row.grade}
                  placeholder={text.notGraded}
                  allowClear
                  disabled={disabled}
                  options={appraisalGrades.map(({ code, name }) => ({ value: code, label: name }))}
                  onChange={(grade: AppraisalGrade | null | undefined) => {
                    change(row.memberId, { grade: grade ?? '' })
                    onLeave()
                  }}
                />
                {!disabled && (
                  <Button
                    aria-label={text.remove(row.name)}
                    title={text.remove(row.name)}
                    icon={<Icon name="bin" />}
                    onClick={() => {
                      onChange({ appraisals: rows.filter(({ memberId }) => memberId !== row.memberId) })
                      onLeave()
                    }}
                  />
                )}
              </div>
              {openId === row.memberId &&
                NOTES.map(([key, label]) => (
                  <label key={key} className="appraisal-note">
                    <span>{label}</span>
                    <Input.TextArea aria-label={text.cell(row.name, label)} value={row[key]} maxLength={500} autoSize={{ minRows: 1 }} disabled={disabled} onChange={(event) => change(row.memberId, { [key]: event.target.value.replaceAll('\n', ' ') })} onBlur={onLeave} />
                  </label>
                ))}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
