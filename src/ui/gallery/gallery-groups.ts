import type { ComponentType } from 'react';
import type { Text } from '#model/text.ts';
import { ActionExhibits } from './ActionExhibits.tsx';
import { ChartExhibits } from './ChartExhibits.tsx';
import { DataExhibits } from './DataExhibits.tsx';
import { FeedbackExhibits } from './FeedbackExhibits.tsx';
import { FieldExhibits } from './FieldExhibits.tsx';
import { FoundationExhibits } from './FoundationExhibits.tsx';
import { NavigationExhibits } from './NavigationExhibits.tsx';
import { SurfaceExhibits } from './SurfaceExhibits.tsx';
import { TimeExhibits } from './TimeExhibits.tsx';

export interface GalleryGroup {
  readonly id: string;
  readonly title: Text;
  readonly Exhibits: ComponentType;
}

export const galleryGroups: readonly GalleryGroup[] = [
  { id: 'foundations', title: { en: 'Foundations', zh: '基础' }, Exhibits: FoundationExhibits },
  { id: 'actions', title: { en: 'Actions', zh: '操作' }, Exhibits: ActionExhibits },
  { id: 'fields', title: { en: 'Fields', zh: '字段' }, Exhibits: FieldExhibits },
  { id: 'surfaces', title: { en: 'Surfaces', zh: '面板' }, Exhibits: SurfaceExhibits },
  { id: 'data', title: { en: 'Data', zh: '数据' }, Exhibits: DataExhibits },
  { id: 'charts', title: { en: 'Charts', zh: '图表' }, Exhibits: ChartExhibits },
  {
    id: 'navigation',
    title: { en: 'Navigation and search', zh: '导航与搜索' },
    Exhibits: NavigationExhibits,
  },
  { id: 'time', title: { en: 'Time', zh: '时间' }, Exhibits: TimeExhibits },
  { id: 'feedback', title: { en: 'Feedback', zh: '反馈' }, Exhibits: FeedbackExhibits },
];
