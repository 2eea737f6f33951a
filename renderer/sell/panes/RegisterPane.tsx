/** Registering a member in the middle of a sale: phone, name, Enter, and the new member is on the ticket. */
import { membersText } from '../../../shared/text/members-screen.ts'
import { useText } from '../../i18n.ts'
import { RegisterForm } from '../../members/RegisterForm.tsx'
import { play } from '../../sound/sounds.ts'
import { order } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import { PaneFrame } from './PaneFrame.tsx'

export function RegisterPane({ query, card }: { query: string; card: string | null }) {
  const t = useText(membersText)
  return (
    <PaneFrame title={t('registerTitle')} about={t('registerHint')} testId="register-pane">
      <RegisterForm
        query={query}
        scanned={card}
        onRegistered={(memberId) => void attach(memberId)}
        onOpen={(member) => void attach(member.memberId)}
      />
    </PaneFrame>
  )
}

async function attach(memberId: string): Promise<void> {
  if (await order((client, of) => client.till.attachMember({ ...of, memberId }))) {
    play('found')
    closePane()
  }
}
