/** The rows with a problem as a file, to correct and load again. */
import { Button } from 'antd'
import { useState } from 'react'
import type { MemberImportView } from '../../../shared/contract/member-import.ts'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useText } from '../../i18n.ts'
import { run } from '../../state/run.ts'
import { saveBase64 } from './save-file.ts'

export function ErrorsButton({ view }: { view: MemberImportView }) {
  const t = useText(memberImportText)
  const [busy, setBusy] = useState(false)
  const { importId, counts, state } = view
  if (state === 'mapping' || counts.wrong === 0) return null
  const download = async (): Promise<void> => {
    setBusy(true)
    const outcome = await run((client) => client.memberImport.errorsFile({ importId }))
    setBusy(false)
    if (outcome.ok) saveBase64(outcome.value.fileName, outcome.value.base64)
  }
  return (
    <Button size="large" loading={busy} onClick={() => void download()} data-testid="import-errors">
      {t('errorsFile', { count: counts.wrong })}
    </Button>
  )
}
