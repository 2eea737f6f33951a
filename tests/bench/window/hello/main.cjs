/** The floor of a window: as small as a program of Electron's gets, with the same walls around its page as the till has. */
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

app.setPath('userData', process.argv[process.argv.indexOf('--data') + 1])
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  void window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => app.quit())
