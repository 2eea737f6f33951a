/** The file as it is edited: everything that was not asked when the member was registered. Escape gives up. */
import { type SubmitEvent, useState } from 'react'
import type { MemberSource } from '../../shared/contract/members.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { frameText } from '../../shared/text/frame.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { Field } from '../kit/Field.tsx'
import { useRead } from '../kit/use-read.ts'
import { useEscape } from '../sell/panes/PaneFrame.tsx'
import { run, sentenceOf } from '../state/run.ts'
import type { SectionProps } from './Section.tsx'
import css from './Members.module.css'
import form from './RegisterForm.module.css'

export function EditForm({ file, onFile, onClose }: SectionProps & { onClose: () => void }) {
  const t = useText(membersText)
  const f = useText(frameText)
  const locale = useLocale()
  const [draft, setDraft] = useState(() => draftOf(file))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  useEscape(onClose)
  const save = async (): Promise<void> => {
    setBusy(true)
    const { memberId, version: expectedVersion } = file
    const edit = { memberId, expectedVersion, ...editOf(draft) }
    const outcome = await run((client, commandId) => client.members.save({ commandId, ...edit }))
    setBusy(false)
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return
    onFile(outcome.value)
    onClose()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (draft.name.trim() !== '' && !busy) void save()
  }
  return (
    <form className={css['sheet']} onSubmit={submit} data-testid="member-edit-form">
      <header className={css['line']}>
        <h2 className={css['sheetTitle']}>
          {t('editTitle')} · {file.name}
        </h2>
        <Button keyName={f('escapeKey')} onClick={onClose}>
          {t('cancel')}
        </Button>
      </header>
      <PersonFields draft={draft} set={set} phone={file.maskedPhone} />
      <ShopFields draft={draft} set={set} />
      <label className={form['consent']}>
        <input type="checkbox" checked={draft.consent} onChange={({ target }) => set({ consent: target.checked })} />
        {t('consent')}
      </label>
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
      <Button
        type="submit"
        variant="primary"
        size="large"
        block
        busy={busy}
        keyName={f('enterKey')}
        data-testid="edit-save"
      >
        {t('save')}
      </Button>
    </form>
  )
}

interface FieldsProps {
  draft: Draft
  set: (change: Partial<Draft>) => void
}

function PersonFields({ draft, set, phone }: FieldsProps & { phone: string }) {
  const t = useText(membersText)
  return (
    <div className={form['pair']}>
      <Field
        label={t('name')}
        value={draft.name}
        maxLength={20}
        data-testid="edit-name"
        onChange={({ target }) => set({ name: target.value })}
      />
      <Field
        label={t('phone')}
        value={draft.phone}
        inputMode="tel"
        maxLength={24}
        placeholder={t('phoneKeep', { phone: phone })}
        data-testid="edit-phone"
        onChange={({ target }) => set({ phone: target.value })}
      />
      <Choice
        label={t('sex')}
        value={draft.sex}
        options={[
          { value: 'female', label: t('female') },
          { value: 'male', label: t('male') },
          { value: '', label: t('unsaid') },
        ]}
        onChange={(sex) => set({ sex })}
      />
      <div className={form['pair']}>
        <Field
          label={t('birthday')}
          hint={t('birthdayHint')}
          value={draft.birthday}
          maxLength={5}
          data-testid="edit-birthday"
          onChange={({ target }) => set({ birthday: target.value })}
        />
        <Choice
          label={t('calendar')}
          value={draft.lunar ? 'lunar' : 'solar'}
          options={[
            { value: 'solar', label: t('solar') },
            { value: 'lunar', label: t('lunar') },
          ]}
          onChange={(calendar) => set({ lunar: calendar === 'lunar' })}
        />
      </div>
      <Field
        label={t('address')}
        value={draft.address}
        maxLength={100}
        onChange={({ target }) => set({ address: target.value })}
      />
      <Field
        label={t('email')}
        type="email"
        value={draft.email}
        maxLength={60}
        onChange={({ target }) => set({ email: target.value })}
      />
    </div>
  )
}

function ShopFields({ draft, set }: FieldsProps) {
  const t = useText(membersText)
  const operators = useRead('operators', (client) => client.session.operators())
  return (
    <>
      <div className={form['pair']}>
        <Field
          as="select"
          label={t('source')}
          value={draft.source}
          onChange={({ target }) => set({ source: target.value })}
        >
          <option value="">{t('unsaid')}</option>
          {SOURCES.map((source) => (
            <option key={source} value={source}>
              {t(`source-${source}`)}
            </option>
          ))}
        </Field>
        <Field
          as="select"
          label={t('advisor')}
          value={draft.servedBy}
          onChange={({ target }) => set({ servedBy: target.value })}
        >
          <option value="">{t('nobody')}</option>
          {(operators.value ?? []).map((operator) => (
            <option key={operator.operatorId} value={operator.operatorId}>
              {operator.name}
            </option>
          ))}
        </Field>
      </div>
      <Field
        label={t('tags')}
        hint={t('tagsHint')}
        value={draft.tags}
        maxLength={150}
        data-testid="edit-tags"
        onChange={({ target }) => set({ tags: target.value })}
      />
    </>
  )
}

/** as in the contract */
const MOST_TAGS = 12
const LONGEST_TAG = 12

const SOURCES = ['walk-in', 'friend', 'online', 'event', 'staff', 'other'] as const satisfies readonly MemberSource[]

interface Draft {
  readonly name: string
  readonly phone: string
  readonly sex: 'female' | 'male' | ''
  readonly birthday: string
  readonly lunar: boolean
  readonly address: string
  readonly email: string
  readonly source: string
  readonly servedBy: string
  readonly consent: boolean
  readonly tags: string
}

function draftOf(file: SectionProps['file']): Draft {
  const { name, sex, birthday, address, email, source, servedBy, consent, tags } = file
  return {
    name,
    phone: '',
    sex: sex ?? '',
    birthday: birthday?.replace('L', '') ?? '',
    lunar: birthday?.startsWith('L') ?? false,
    address,
    email,
    source: source ?? '',
    servedBy: servedBy?.operatorId ?? '',
    consent,
    tags: tags.join(' '),
  }
}

/** '8-5' is meant as 08-05; what is no day at all the core says. */
function birthdayOf({ birthday, lunar }: Draft): string | null {
  const typed = /^(\d{1,2})\D?(\d{2}|\d)$/.exec(birthday.trim())
  if (typed === null) return birthday.trim() === '' ? null : '00-00'
  return `${lunar ? 'L' : ''}${typed[1]?.padStart(2, '0')}-${typed[2]?.padStart(2, '0')}`
}

function editOf(draft: Draft) {
  const { name, address, email, consent } = draft
  return {
    name: name.trim(),
    phone: draft.phone.trim() === '' ? null : draft.phone.trim(),
    sex: draft.sex === '' ? null : draft.sex,
    birthday: birthdayOf(draft),
    address: address.trim(),
    email: email.trim(),
    source: SOURCES.find((source) => source === draft.source) ?? null,
    servedBy: draft.servedBy === '' ? null : draft.servedBy,
    consent,
    tags: draft.tags
      .split(/[\s,,、]+/)
      .filter((tag) => tag !== '')
      .slice(0, MOST_TAGS)
      .map((tag) => tag.slice(0, LONGEST_TAG)),
  }
}
