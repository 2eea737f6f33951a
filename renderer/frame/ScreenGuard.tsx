/** A screen that throws does not take the till with it: the basket lives in the core, so the screen is drawn anew. */
import { Component, type ReactNode } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'

interface Props {
  children: ReactNode
}

export class ScreenGuard extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return <BrokenScreen onReload={() => this.setState({ broken: false })} />
  }
}

function BrokenScreen({ onReload }: { onReload: () => void }) {
  const t = useText(frameText)
  return (
    <Empty
      title={t('screenBroken')}
      action={
        <Button variant="primary" size="large" onClick={onReload} autoFocus>
          {t('screenReload')}
        </Button>
      }
    />
  )
}
