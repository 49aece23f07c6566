/** Channel with a `TakePicture` as long as there is a globe: for sheets and reports that show it. */
export const GLOBE_PICTURE = 'scene/picture';
/** The picture as it stands, PNG. */
export type TakePicture = () => Promise<Blob>;
