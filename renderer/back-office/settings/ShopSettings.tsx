/** Who the shop is and what stands on its receipts. */
import { Input, Radio } from 'antd'
import { settingsText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { DraftItem } from '../DraftItem.tsx'
import type { SettingsDrafting } from './use-settings-draft.ts'
import css from '../BackOffice.module.css'

export function ShopSettings({ drafting: { draft, change, errorOf } }: { drafting: SettingsDrafting }) {
  const t = useText(settingsText)
  return (
    <>
      <section className={css['card']}>
        <h2 className={css['group']}>{t('shop')}</h2>
        <div className={classes(css['fields'], css['three'])}>
          <DraftItem id="settings-shopName" label={t('shopName')} error={errorOf('shopName')}>
            <Input
              id="settings-shopName"
              value={draft.shopName}
              maxLength={60}
              data-testid="settings-shopName"
              onChange={(event) => change({ shopName: event.target.value })}
            />
          </DraftItem>
          <DraftItem id="settings-storeName" label={t('storeName')} help={t('storeNameHelp')}>
            <Input
              id="settings-storeName"
              value={draft.storeName}
              maxLength={40}
              onChange={(event) => change({ storeName: event.target.value })}
            />
          </DraftItem>
          <DraftItem id="settings-tillName" label={t('tillName')} help={t('tillNameHelp')}>
            <Input
              id="settings-tillName"
              value={draft.tillName}
              maxLength={20}
              onChange={(event) => change({ tillName: event.target.value })}
            />
          </DraftItem>
        </div>
      </section>
      <section className={css['card']}>
        <h2 className={css['group']}>{t('receipt')}</h2>
        <div className={css['fields']}>
          <DraftItem id="settings-header" label={t('header')} help={t('headerHelp')} error={errorOf('header')}>
            <Input.TextArea
              id="settings-header"
              rows={3}
              value={draft.header}
              data-testid="settings-header"
              onChange={(event) => change({ header: event.target.value })}
            />
          </DraftItem>
          <DraftItem id="settings-footer" label={t('footer')} help={t('footerHelp')} error={errorOf('footer')}>
            <Input.TextArea
              id="settings-footer"
              rows={3}
              value={draft.footer}
              data-testid="settings-footer"
              onChange={(event) => change({ footer: event.target.value })}
            />
          </DraftItem>
          <DraftItem id="settings-paper" label={t('paper')}>
            <Radio.Group
              id="settings-paper"
              optionType="button"
              value={draft.paperMm}
              options={[
                { value: 80, label: t('paper80') },
                { value: 58, label: t('paper58') },
              ]}
              data-testid="settings-paper"
              onChange={({ target }) => change({ paperMm: target.value === 58 ? 58 : 80 })}
            />
          </DraftItem>
        </div>
      </section>
    </>
  )
}
