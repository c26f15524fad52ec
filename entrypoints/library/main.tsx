import { LibraryApp } from '@/components/library/LibraryApp';
import { mountPage } from '@/components/shared/mount-page';
import '@/components/base.css';
import '@/components/library/library.css';
import '@/components/library/compare.css';
import '@/components/library/met.css';

mountPage('library', <LibraryApp />);
