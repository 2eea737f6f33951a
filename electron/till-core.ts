/** A till's Core from its files: what it remembers of itself, and the wires to what is started later. */
import { emptyOrder } from '../shared/domain/basket/order.ts'
import type { Core, PrinterTrouble, TillMemory } from './core.ts'
import { beginPast } from './demo-history.ts'
import type { Devices } from './devices.ts'
import { createCatalog } from './store/catalog.ts'
import { createStores, type Stores } from './store/stores.ts'
import type { TillFiles } from './till-files.ts'
import type { TillOptions } from './till-options.ts'

/** China has one zone and no daylight saving. */
const OFFSET_MINUTES = 480

export interface Wires {
  readonly changed: () => void
  readonly dayOpened: () => void
  readonly wakePrinter: () => void
}

export function createCore(files: TillFiles, devices: Devices, options: TillOptions, wires: Wires): Core {
  const stores = createStores(files.store)
  return {
    store: files.store,
    committer: files.committer,
    members: files.members,
    clock: files.clock,
    stores,
    catalog: createCatalog(stores),
    newId: options.newId,
    workerFile: options.workerFile,
    memory: readMemory(stores, options),
    devices: devices.current,
    setPrinterTrouble: (trouble: PrinterTrouble) => {
      devices.current.trouble = trouble
      wires.changed()
    },
    salesOfDay: countSales(stores),
    offsetMinutes: OFFSET_MINUTES,
    ...wires,
    ...demoPast(options.demoHistoryDays ?? 0),
  }
}

function demoPast(days: number): Pick<Core, 'demoPast'> {
  return days === 0 ? {} : { demoPast: (core, shop) => beginPast(core, shop, days) }
}

function readMemory(stores: Stores, options: TillOptions): TillMemory {
  const shift = stores.shifts.open()
  return {
    settings: stores.settings.read('settings'),
    operator: null,
    shift:
      shift === undefined
        ? null
        : {
            shiftId: shift.shiftId,
            businessDay: shift.businessDay,
            dayOrdinal: shift.dayOrdinal,
            openedAt: shift.openedAt,
            openedBy: shift.openedBy,
            floatFen: shift.floatFen,
          },
    order: emptyOrder(options.newId()),
    done: null,
    notice: null,
    answered: new Set(),
  }
}

/** Receipt numbers of a day, counted once and then kept in step with the commits. */
function countSales(stores: Stores): Core['salesOfDay'] {
  let day = ''
  let count = 0
  return {
    next: (businessDay) => {
      if (day !== businessDay) {
        day = businessDay
        count = stores.sales.countOfDay(businessDay)
      }
      return count + 1
    },
    taken: (businessDay) => {
      if (day === businessDay) count += 1
    },
  }
}
