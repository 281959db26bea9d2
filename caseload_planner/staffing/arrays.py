"""Names for the arrays of the simulation."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Counters = npt.NDArray[np.uint64]
Bools = npt.NDArray[np.bool_]
