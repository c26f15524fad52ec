import { PanelApp } from '@/components/panel/PanelApp';
import { mountPage } from '@/components/shared/mount-page';
import { openStore } from '@/lib/extension/store';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/panel/tables.css';

// The first render needs it, so it loads while the components start.
void openStore();
mountPage('side panel', <PanelApp host="window" />);
