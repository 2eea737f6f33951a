/**
 * The back office: products, operators and settings, on antd with the till's own tokens. It shows the pages that the
 * core allows and says who could see the others. Escape goes back to the till where nothing is open above it.
 */
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { styleNonce } from '../connection/style-nonce.ts'
import { useLocale } from '../i18n.ts'
import { BackOfficePages } from './BackOfficePages.tsx'
import { officeTheme } from './office-theme.ts'
import css from './BackOffice.module.css'

export function BackOfficeScreen() {
  const locale = useLocale()
  const nonce = styleNonce()
  return (
    <ConfigProvider
      theme={officeTheme}
      locale={locale === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <AntApp className={css['screen'] ?? ''} message={{ top: 64, maxCount: 2 }}>
        <BackOfficePages />
      </AntApp>
    </ConfigProvider>
  )
}
