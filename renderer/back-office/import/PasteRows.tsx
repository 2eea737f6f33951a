/** Where the spreadsheet's rows are pasted, and which columns are looked for. */
import { Button, Input } from 'antd'
import type { CategoryView } from '../../../shared/contract/back-office.ts'
import { importText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { Chip } from '../Chip.tsx'
import css from '../BackOffice.module.css'

interface PasteRowsProps {
  text: string
  categories: readonly CategoryView[]
  busy: boolean
  sentence: string | null
  onText: (text: string) => void
  onCheck: () => void
}

/** Headers as the core reads them (shared/domain/products/import-rows.ts). */
const NEEDED = ['名称', '价格']
const OPTIONAL = ['条码', '分类', '单位', '税率', '会员价', '进价']

/** Rows that could be imported into this very shop: the categories are its own. */
function exampleOf(categories: readonly CategoryView[]): string {
  const category = (index: number): string => (categories[index] ?? categories[0])?.label.zh ?? ''
  return [
    ['名称', '条码', '价格', '分类', '单位', '税率'],
    ['海盐卷', '6901234500011', '6.50', category(0), '个', '13%'],
    ['北海道牛乳吐司', '6901234500028', '28.00', category(0), '袋', '13%'],
    ['鲜牛奶 950ml', '6901234500035', '15.90', category(1), '瓶', '9%'],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')
}

export function PasteRows({ text, categories, busy, sentence, onText, onCheck }: PasteRowsProps) {
  const t = useText(importText)
  const example = exampleOf(categories)
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
      <p className={css['lead']}>{t('categories', { names: categories.map(({ label }) => label.zh).join('、') })}</p>
      <Input.TextArea
        className={css['pasteBox'] ?? ''}
        value={text}
        autoFocus
        disabled={busy}
        spellCheck={false}
        placeholder={example}
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
          <Button size="large" onClick={() => onText(example)} data-testid="import-example">
            {t('example')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
