/** Beside the model.json of a dropped model: the file that it came from, so that a place can be written into it. */
export const SOURCE_FILE = 'source.ifc';
