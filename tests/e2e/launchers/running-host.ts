/** What both launchers make: a page with the till in it, and the process behind it. */
import type { ContractRouterClient } from '@orpc/contract'
import type { ElectronApplication, Page } from 'playwright-core'
import type { Contract } from '../../../shared/contract/contract.ts'
import type { ServeProcess } from './serve-process.ts'

export interface PageSize {
  readonly width: number
  readonly height: number
}

export interface LaunchOptions {
  readonly dataDir: string
  readonly demo: boolean
  /** days before today on which a demo shop that is made now has sold */
  readonly historyDays: number
  /** of the page; 'kept': as the window remembers it */
  readonly size: PageSize | 'kept'
}

export interface RunningHost {
  readonly page: Page
  /** exceptions and console errors of the page, violations of its policy among them */
  readonly errors: string[]
  readonly client: ContractRouterClient<Contract>
  readonly serve: ServeProcess | undefined
  readonly electron: ElectronApplication | undefined
  resize(size: PageSize): Promise<void>
  /** as a user closes it */
  stop(): Promise<void>
  /** as a power cut closes it */
  kill9(): Promise<void>
}

/** Collects what goes wrong in a page, from its first moment. */
export function createPage(page: Page): { errors: string[] } {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { errors }
}
