/** Sends a chosen file up in pieces, one after the other; the core reads it when the last has come. */
import { IMPORT_PIECE_BYTES, type MemberImportView } from '../../../shared/contract/member-import.ts'
import { type Outcome, run } from '../../state/run.ts'

/** `onProgress` gets the view after each piece; ends early where `wanted` says no. */
export async function sendFile(
  file: File,
  onProgress: (view: MemberImportView) => void,
  wanted: () => boolean,
): Promise<Outcome<MemberImportView>> {
  const begun = await run((client) => client.memberImport.begin({ fileName: file.name, sizeBytes: file.size }))
  let outcome = begun
  for (let at = 0; outcome.ok && at < file.size && wanted(); at += IMPORT_PIECE_BYTES) {
    onProgress(outcome.value)
    const { importId } = outcome.value
    const base64 = await base64Of(file.slice(at, at + IMPORT_PIECE_BYTES))
    outcome = await run((client) => client.memberImport.piece({ importId, at, base64 }))
  }
  return outcome
}

function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    })
    reader.readAsDataURL(part)
  })
}
