/** Worker thread: bytes of a print job → PNG of the paper. One renderer lives as long as the thread, with its glyphs. */
import { parentPort } from 'node:worker_threads'
import { decodeEscPos } from '../devices/printer/escpos-decoder.ts'
import { PaperRenderer } from '../devices/printer/paper-png.ts'
import type { PaperReply, PaperRequest } from '../devices/printer/paper-messages.ts'

const renderer = new PaperRenderer()

async function draw({ requestId, bytes }: PaperRequest): Promise<PaperReply> {
  try {
    return { requestId, png: await renderer.png(decodeEscPos(bytes)) }
  } catch (error) {
    return { requestId, error: error instanceof Error ? error.message : String(error) }
  }
}

if (parentPort === null) throw new Error('paper.ts runs as a worker thread')
const port = parentPort
port.on('message', (request: PaperRequest) => {
  void draw(request).then((reply) => port.postMessage(reply))
})
