import { SettingsApp } from '@/components/settings/SettingsApp';
import { mountPage } from '@/components/shared/mount-page';
import '@/components/base.css';
import '@/components/settings/settings.css';
import '@/components/settings/packs.css';

mountPage('settings', <SettingsApp />);
