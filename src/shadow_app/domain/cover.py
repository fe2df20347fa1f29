"""What is blacked out of a photo: rectangles and brush strokes, in shares of its width and height."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

Share = Annotated[float, Field(ge=0, le=1)]


class Box(BaseModel):
    """A rectangle, from its left and top edge to its right and bottom one."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    left: Share
    top: Share
    right: Share
    bottom: Share

    @model_validator(mode="after")
    def _has_an_inside(self) -> Box:
        if self.right <= self.left or self.bottom <= self.top:
            raise ValueError("the rectangle covers nothing")
        return self


class Stroke(BaseModel):
    """A line drawn with a round brush, whose thickness is a share of the photo's longer side."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    points: Annotated[tuple[tuple[Share, Share], ...], Field(min_length=1, max_length=20_000)]
    thickness: Annotated[float, Field(gt=0, le=1)] = 0.04


Cover = Box | Stroke
