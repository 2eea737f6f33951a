/** Does something that loses unsaved changes at once, or after a question where there are some. */
import { App } from 'antd'
import { backOfficeText } from '../../shared/text/back-office.ts'
import { useText } from '../i18n.ts'
import type { UnsavedMark } from './leave-guard.ts'
import { overlayContainer } from './office-theme.ts'

export function useLeaveQuestion(unsaved: UnsavedMark): (leave: () => void) => void {
  const t = useText(backOfficeText)
  const { modal } = App.useApp()
  return (leave) => {
    if (!unsaved.current) return leave()
    modal.confirm({
      title: t('leaveTitle'),
      content: t('leaveSentence'),
      okText: t('leave'),
      cancelText: t('stay'),
      getContainer: overlayContainer,
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => {
        unsaved.current = false
        leave()
      },
    })
  }
}
