/** Where the file is dropped or chosen, which columns are looked for, and an empty sheet to begin with. */
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Chip } from '../Chip.tsx'
import { COLUMN_TEXTS, COLUMNS, NEEDED } from './columns.ts'
import css from './MemberImport.module.css'
import { saveText } from './save-file.ts'

const EXAMPLE = '王小明,13800000000,8800000001,金卡,1990-05-12,男,"常客,近邻",120,300.00,50.00,爱吃全麦'

interface ChooseFileProps {
  busy: boolean
  onChoose: (file: File) => void
}

export function ChooseFile({ busy, onChoose }: ChooseFileProps) {
  const t = useText(memberImportText)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined && !busy) onChoose(file)
  }
  const hold = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className={css['choose']}>
      <section
        className={classes(css['drop'], over && css['dropOver'])}
        onDragOver={hold}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <svg className={css['sheet']} viewBox="0 0 64 64" aria-hidden="true">
          <rect x="9" y="6" width="46" height="52" rx="6" />
          <path d="M9 20h46M9 33h46M9 46h46M26 20v38" />
        </svg>
        <p className={css['dropTitle']}>{t('drop')}</p>
        <p className={css['quiet']}>{t('dropHint')}</p>
        <Button
          type="primary"
          size="large"
          autoFocus
          loading={busy}
          onClick={() => input.current?.click()}
          data-testid="import-choose"
        >
          {t('choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={t('choose')}
          data-testid="import-file"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file !== undefined) onChoose(file)
          }}
        />
      </section>
      <aside className={css['beside']}>
        <h3 className={css['besideTitle']}>{t('columnsTitle')}</h3>
        <p className={css['chips']}>
          {COLUMNS.map((column) => (
            <Chip key={column} tone={NEEDED.includes(column) ? 'good' : 'quiet'}>
              {t(COLUMN_TEXTS[column])}
            </Chip>
          ))}
        </p>
        <p className={css['quiet']}>{t('columnsHint')}</p>
        <p className={css['quiet']}>{t('balancesHint')}</p>
        <p className={css['quiet']}>{t('resumeHint')}</p>
        <Button
          onClick={() =>
            saveText(
              t('templateName'),
              `${COLUMNS.map((column) => t(COLUMN_TEXTS[column])).join(',')}\r\n${EXAMPLE}\r\n`,
            )
          }
          data-testid="import-template"
        >
          {t('template')}
        </Button>
      </aside>
    </div>
  )
}
