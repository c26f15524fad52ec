export * from '@/lib/domain/annotation';
