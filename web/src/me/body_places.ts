// Where the parts of the body stand on the drawing, as in the reports (app/report/html/body_parts.csv): for the person's
// left, on a figure of 120 by 260.
export interface Place { part: string; view: "front" | "back"; x: number; y: number; rx: number; ry: number }

export const places: readonly Place[] = [
  { part: "face", view: "front", x: 66, y: 25, rx: 5, ry: 5 },
  { part: "eyelid", view: "front", x: 65, y: 20, rx: 3.5, ry: 3 },
  { part: "forehead", view: "front", x: 64, y: 13, rx: 4, ry: 3 },
  { part: "scalp", view: "back", x: 54, y: 14, rx: 6, ry: 6 },
  { part: "jaw", view: "front", x: 64, y: 33, rx: 4, ry: 3 },
  { part: "lip", view: "front", x: 60, y: 30, rx: 4, ry: 2.5 },
  { part: "neck", view: "front", x: 63, y: 41, rx: 4, ry: 4 },
  { part: "shoulder", view: "front", x: 82, y: 54, rx: 7, ry: 6 },
  { part: "arm", view: "front", x: 91, y: 88, rx: 7, ry: 34 },
  { part: "biceps", view: "front", x: 88, y: 73, rx: 6, ry: 11 },
  { part: "triceps", view: "back", x: 32, y: 73, rx: 6, ry: 11 },
  { part: "elbow", view: "back", x: 28, y: 92, rx: 5, ry: 5 },
  { part: "forearm", view: "front", x: 95, y: 108, rx: 6, ry: 13 },
  { part: "wrist", view: "front", x: 98, y: 124, rx: 5, ry: 4 },
  { part: "hand", view: "front", x: 100, y: 135, rx: 6, ry: 9 },
  { part: "thumb", view: "front", x: 95, y: 134, rx: 3.5, ry: 4.5 },
  { part: "fingers", view: "front", x: 101, y: 142, rx: 4.5, ry: 4 },
  { part: "chest", view: "front", x: 70, y: 66, rx: 8, ry: 8 },
  { part: "belly", view: "front", x: 66, y: 98, rx: 8, ry: 10 },
  { part: "back", view: "back", x: 51, y: 72, rx: 8, ry: 14 },
  { part: "lower_back", view: "back", x: 52, y: 102, rx: 8, ry: 8 },
  { part: "buttock", view: "back", x: 50, y: 128, rx: 8, ry: 8 },
  { part: "hip", view: "front", x: 74, y: 124, rx: 6, ry: 6 },
  { part: "leg", view: "front", x: 71, y: 184, rx: 9, ry: 48 },
  { part: "thigh", view: "front", x: 71, y: 157, rx: 8, ry: 17 },
  { part: "hamstring", view: "back", x: 49, y: 158, rx: 8, ry: 16 },
  { part: "knee", view: "front", x: 71, y: 180, rx: 6, ry: 5 },
  { part: "calf", view: "back", x: 49, y: 203, rx: 7, ry: 15 },
  { part: "shin", view: "front", x: 71, y: 206, rx: 6, ry: 15 },
  { part: "ankle", view: "back", x: 49, y: 226, rx: 5, ry: 5 },
  { part: "foot", view: "front", x: 73, y: 239, rx: 7, ry: 6 },
  { part: "toes", view: "front", x: 76, y: 244, rx: 6, ry: 4 },
];

export const width = 120;
/** A part on the middle line belongs to neither side. */
export const on_middle = (place: Place): boolean => place.x * 2 === width;
