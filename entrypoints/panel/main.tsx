import { PanelApp } from '@/components/panel/PanelApp';
import { mountPage } from '@/components/shared/mount-page';
import { openStore } from '@/lib/extension/store';
import { fillGapsInFrame } from '@/lib/pages/firefox-frame-api';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/panel/tables.css';

if (import.meta.env.FIREFOX) fillGapsInFrame();
// The first render needs it, so it loads while the components start.
void openStore();
mountPage('panel', <PanelApp host="frame" />);
