import { PanelApp } from '@/components/panel/PanelApp';
import { mountPage } from '@/components/shared/mount-page';
import { loadCatalogue } from '@/lib/services/catalogue';
import '@/components/base.css';
import '@/components/panel/panel.css';

// The first render asks for it: the file comes while React starts.
void loadCatalogue();
mountPage('side panel', <PanelApp host="window" />);
