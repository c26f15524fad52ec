import { PanelApp } from '@/components/panel/PanelApp';
import { mountPage } from '@/components/shared/mount-page';
import { fillGapsInFrame } from '@/lib/pages/firefox-frame-api';
import { readPanelView } from '@/lib/pages/panel-view';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/panel/tables.css';

// The opening script has done it, where there is one.
if (import.meta.env.FIREFOX) fillGapsInFrame();

// Rendering once with all data is faster than rendering twice.
async function prepare() {
  const start = await readPanelView();
  return start ? <PanelApp host="frame" start={start} /> : null;
}

mountPage('panel', prepare());
