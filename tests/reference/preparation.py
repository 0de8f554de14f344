"""What scikit-learn makes of a small table with categories and missing values: python3 tests/reference/preparation.py

Writes preparation.json beside itself: one-hot categories (two levels give one column), means in the place of missing
numbers, a column that says where one was missing, and all of it standardised, targets too. tests/web/own-table.test.mjs
compares. Made with scikit-learn as Debian has it (python3-sklearn).
"""
import json
import pathlib

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

missing = float("nan")
# island, bill in mm, sex, mass in g, wing in mm
rows = np.array([
    [0, 40.1, 0, 3000, 181],
    [1, missing, 1, 4100, 190],
    [2, 38.7, 1, 3550, 185],
    [0, 46.3, 1, 5200, 215],
    [0, 48.9, 0, 4700, 210],
    [2, missing, 1, 3900, 195],
    [1, 50.2, 0, 4850, 211],
])
inputs = ColumnTransformer([
    ("island", OneHotEncoder(categories=[[0, 1, 2]]), [0]),
    ("bill", SimpleImputer(strategy="mean", add_indicator=True), [1]),
    ("sex", OneHotEncoder(categories=[[0, 1]], drop="first"), [2]),
], sparse_threshold=0)
raw = inputs.fit_transform(rows)
scaled = make_pipeline(inputs, StandardScaler()).fit_transform(rows)
targets = StandardScaler().fit(rows[:, 3:])

result = {
    "rows": [[None if np.isnan(cell) else cell for cell in row] for row in rows.tolist()],
    "raw": raw.tolist(),
    "scaled": scaled.tolist(),
    "targets": targets.transform(rows[:, 3:]).tolist(),
    "mean": targets.mean_.tolist(),
    "deviation": targets.scale_.tolist(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=1) + "\n")
