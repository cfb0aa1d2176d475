// The floor of every start: a window with an empty page, nothing else.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.LODESTONE_DATA_DIR);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
