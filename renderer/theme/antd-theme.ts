/** The back office's antd theme over the same tokens as the sell screen, so that every page is its sibling. */
import type { ThemeConfig } from 'antd'
import { fontFamily, palette } from './palette.ts'

export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: palette.jade,
    colorInfo: palette.jade,
    colorSuccess: palette.jade,
    colorWarning: palette.amber,
    colorError: palette.cinnabar,
    colorLink: palette.jade,
    colorTextBase: palette.ink,
    colorTextSecondary: palette['ink-2'],
    colorTextPlaceholder: palette['ink-3'],
    colorBgBase: palette.card,
    colorBgLayout: palette.paper,
    colorBgContainer: palette.card,
    colorBgElevated: palette.card,
    colorBorder: palette.line,
    colorBorderSecondary: palette.line,
    borderRadius: 10,
    borderRadiusLG: 14,
    controlHeight: 48,
    controlHeightSM: 40,
    fontSize: 16,
    fontSizeSM: 14,
    fontFamily,
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.14s',
    boxShadow: '0 1px 0 rgb(40 30 10 / 4%), 0 6px 18px -10px rgb(60 45 20 / 25%)',
    boxShadowSecondary: '0 1px 0 rgb(40 30 10 / 6%), 0 18px 40px -16px rgb(60 45 20 / 45%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: 'transparent',
      headerColor: palette['ink-2'],
      rowHoverBg: palette['card-2'],
      borderColor: palette.line,
    },
    Input: { activeShadow: `0 0 0 3px ${palette['jade-2']}` },
    Tabs: { titleFontSize: 17, horizontalItemPadding: '12px 4px' },
  },
}
