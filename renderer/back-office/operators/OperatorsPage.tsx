/** Who works at the till: adding, a new PIN, and the end of an account. Nobody is deleted; their sales name them. */
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { OperatorView } from '../../../shared/contract/app.ts'
import { backOfficeText, operatorsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Button as KitButton } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { type Reading, useRead } from '../../kit/use-read.ts'
import { useApp } from '../../state/app-store.ts'
import { run, sentenceOf } from '../../state/run.ts'
import { Chip } from '../Chip.tsx'
import { overlayContainer } from '../office-theme.ts'
import { useHeight } from '../use-height.ts'
import { AddOperator } from './AddOperator.tsx'
import { ResetPin } from './ResetPin.tsx'
import css from '../BackOffice.module.css'

type Open = { readonly name: 'add' } | { readonly name: 'pin'; readonly operator: OperatorView } | null

const HEADER_PX = 55

export function OperatorsPage() {
  const t = useText(operatorsText)
  const tOffice = useText(backOfficeText)
  const locale = useLocale()
  const operators = useRead('operators', (client) => client.operators.list())
  const [open, setOpen] = useState<Open>(null)
  const [box, height] = useHeight()
  const columns = useColumns(operators, (operator) => setOpen({ name: 'pin', operator }))
  if (operators.value === null) {
    return (
      <Empty
        title={operators.refusal === null ? tOffice('loading') : sentenceOf(operators.refusal, locale)}
        action={
          operators.refusal === null ? undefined : <KitButton onClick={operators.reload}>{tOffice('retry')}</KitButton>
        }
      />
    )
  }
  return (
    <div className={css['page']}>
      <div className={css['toolbar']}>
        <span className={css['count']}>{t('count', { count: operators.value.length })}</span>
        <span className={css['space']} />
        <Button type="primary" onClick={() => setOpen({ name: 'add' })} data-testid="operator-add">
          {t('add')}
        </Button>
      </div>
      <div ref={box} className={css['table']} data-testid="operators-table">
        {height === 0 ? null : (
          <Table<OperatorView>
            virtual
            rowKey="operatorId"
            columns={columns}
            dataSource={operators.value}
            pagination={false}
            scroll={{ x: 900, y: height - HEADER_PX }}
            rowClassName={(operator) => (operator.disabled ? (css['off'] ?? '') : '')}
          />
        )}
      </div>
      {open?.name === 'add' ? <AddOperator onClose={() => setOpen(null)} onAdded={operators.replace} /> : null}
      {open?.name === 'pin' ? (
        <ResetPin operator={open.operator} onClose={() => setOpen(null)} onReset={operators.replace} />
      ) : null}
    </div>
  )
}

function useColumns(
  operators: Reading<OperatorView[]>,
  onPin: (operator: OperatorView) => void,
): TableColumnsType<OperatorView> {
  const t = useText(operatorsText)
  const me = useApp((state) => state.app?.operator?.operatorId)
  const toggle = useDisabling(operators)
  return [
    {
      title: t('colName'),
      key: 'name',
      render: (_, { name, operatorId }) => (
        <>
          <b className={css['price']}>{name}</b> {operatorId === me ? <Chip tone="good">{t('you')}</Chip> : null}
        </>
      ),
    },
    { title: t('colCode'), dataIndex: 'code', width: 120 },
    {
      title: t('colRole'),
      key: 'role',
      render: (_, { role }) => (
        <span className={css['role']}>
          {t(role)}
          <small>{t(`${role}Does`)}</small>
        </span>
      ),
    },
    {
      title: t('colState'),
      key: 'state',
      width: 130,
      render: (_, { disabled }) => (disabled ? <Chip tone="attention">{t('disabledState')}</Chip> : t('active')),
    },
    {
      key: 'actions',
      width: 260,
      align: 'right',
      render: (_, operator) => (
        <span className={css['rowEnd']}>
          <Button onClick={() => onPin(operator)} data-testid={`operator-pin-${operator.code}`}>
            {t('resetPin')}
          </Button>
          <Button onClick={() => toggle(operator)} data-testid={`operator-disable-${operator.code}`}>
            {operator.disabled ? t('enable') : t('disable')}
          </Button>
        </span>
      ),
    },
  ]
}

/** Enabling is done at once; disabling is asked about, because it puts somebody out of work. */
function useDisabling(operators: Reading<OperatorView[]>): (operator: OperatorView) => void {
  const t = useText(operatorsText)
  const tOffice = useText(backOfficeText)
  const locale = useLocale()
  const { message, modal } = App.useApp()
  const set = async ({ operatorId, name }: OperatorView, disabled: boolean): Promise<void> => {
    const outcome = await run((client, commandId) => client.operators.setDisabled({ commandId, operatorId, disabled }))
    if (outcome.ok) {
      operators.replace(outcome.value)
      void message.success(disabled ? t('wasDisabled', { name }) : t('wasEnabled', { name }))
    } else void message.warning(sentenceOf(outcome.refusal, locale), 6)
  }
  return (operator) => {
    if (operator.disabled) return void set(operator, false)
    modal.confirm({
      title: t('disableTitle', { name: operator.name }),
      content: t('disableSentence'),
      okText: t('disable'),
      cancelText: tOffice('cancel'),
      getContainer: overlayContainer,
      onOk: () => set(operator, true),
    })
  }
}
