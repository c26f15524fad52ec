import { LibraryApp } from '@/components/library/LibraryApp';
import { mountPage } from '@/components/shared/mount-page';
import '@/components/base.css';
import '@/components/library/library.css';

mountPage('library', <LibraryApp />);
