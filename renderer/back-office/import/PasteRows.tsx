/** Where the spreadsheet's rows are pasted, and which columns are looked for. */
import { Button, Input } from 'antd'
import { importText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { Chip } from '../Chip.tsx'
import css from '../BackOffice.module.css'

interface PasteRowsProps {
  text: string
  busy: boolean
  sentence: string | null
  onText: (text: string) => void
  onCheck: () => void
}

/** Headers as the core reads them (shared/domain/products/import-rows.ts). */
const NEEDED = ['名称', '价格']
const OPTIONAL = ['条码', '分类', '单位', '税率', '会员价', '进价']

const EXAMPLE = [
  ['名称', '条码', '价格', '分类', '单位', '税率'],
  ['海盐卷', '6953187000021', '6.50', '面包', '个', '13%'],
  ['北海道牛乳吐司', '6953187000045', '28.00', '面包', '袋', '13%'],
  ['鲜牛奶 950ml', '6923644266066', '15.90', '乳品', '瓶', '9%'],
]
  .map((cells) => cells.join('\t'))
  .join('\n')

export function PasteRows({ text, busy, sentence, onText, onCheck }: PasteRowsProps) {
  const t = useText(importText)
  const lineCount = text.split('\n').filter((line) => line.trim() !== '').length
  return (
    <div className={css['paste']}>
      <p className={css['lead']}>{t('sentence')}</p>
      <p className={css['columns']}>
        {t('needed')}
        {NEEDED.map((name) => (
          <Chip key={name} tone="good">
            {name}
          </Chip>
        ))}
        <span className={css['gap']} />
        {t('optional')}
        {OPTIONAL.map((name) => (
          <Chip key={name}>{name}</Chip>
        ))}
      </p>
      <Input.TextArea
        className={css['pasteBox'] ?? ''}
        value={text}
        autoFocus
        disabled={busy}
        spellCheck={false}
        placeholder={EXAMPLE}
        aria-label={t('paste')}
        data-testid="import-text"
        onChange={(event) => onText(event.target.value)}
      />
      <ErrorSentence text={sentence} testId="import-error" />
      <div className={css['row']}>
        <Button
          type="primary"
          size="large"
          disabled={text.trim() === ''}
          loading={busy}
          onClick={onCheck}
          data-testid="import-check"
        >
          {busy ? t('checking', { count: lineCount - 1 }) : t('preview')}
        </Button>
        {text === '' ? (
          <Button size="large" onClick={() => onText(EXAMPLE)} data-testid="import-example">
            {t('example')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
