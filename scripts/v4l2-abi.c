/* Prints the layout of the V4L2 structures and the numbers of the calls, as the compiler of one ABI has them: one
   "name value" a line. scripts/v4l2-abi.sh compiles it once for each ABI. */
#include <linux/videodev2.h>
#include <stddef.h>
#include <stdio.h>

#define SIZE(type) printf("%s %zu\n", #type, sizeof(struct type))
#define AT(type, field) printf("%s.%s %zu\n", #type, #field, offsetof(struct type, field))
#define CALL(name) printf("%s 0x%08lx\n", #name, (unsigned long) name & 0xFFFFFFFFUL)

int main(void) {
    SIZE(v4l2_capability);
    AT(v4l2_capability, driver);
    AT(v4l2_capability, card);
    AT(v4l2_capability, bus_info);
    AT(v4l2_capability, capabilities);
    AT(v4l2_capability, device_caps);
    SIZE(v4l2_fmtdesc);
    AT(v4l2_fmtdesc, index);
    AT(v4l2_fmtdesc, type);
    AT(v4l2_fmtdesc, description);
    AT(v4l2_fmtdesc, pixelformat);
    SIZE(v4l2_frmsizeenum);
    AT(v4l2_frmsizeenum, index);
    AT(v4l2_frmsizeenum, pixel_format);
    AT(v4l2_frmsizeenum, type);
    AT(v4l2_frmsizeenum, discrete.width);
    AT(v4l2_frmsizeenum, discrete.height);
    AT(v4l2_frmsizeenum, stepwise.min_width);
    AT(v4l2_frmsizeenum, stepwise.max_width);
    AT(v4l2_frmsizeenum, stepwise.step_width);
    AT(v4l2_frmsizeenum, stepwise.min_height);
    AT(v4l2_frmsizeenum, stepwise.max_height);
    AT(v4l2_frmsizeenum, stepwise.step_height);
    SIZE(v4l2_format);
    AT(v4l2_format, type);
    AT(v4l2_format, fmt.pix.width);
    AT(v4l2_format, fmt.pix.height);
    AT(v4l2_format, fmt.pix.pixelformat);
    AT(v4l2_format, fmt.pix.field);
    AT(v4l2_format, fmt.pix.bytesperline);
    AT(v4l2_format, fmt.pix.sizeimage);
    SIZE(v4l2_requestbuffers);
    AT(v4l2_requestbuffers, count);
    AT(v4l2_requestbuffers, type);
    AT(v4l2_requestbuffers, memory);
    SIZE(v4l2_buffer);
    AT(v4l2_buffer, index);
    AT(v4l2_buffer, type);
    AT(v4l2_buffer, bytesused);
    AT(v4l2_buffer, flags);
    AT(v4l2_buffer, timestamp);
    AT(v4l2_buffer, sequence);
    AT(v4l2_buffer, memory);
    AT(v4l2_buffer, m.offset);
    AT(v4l2_buffer, length);
    SIZE(v4l2_queryctrl);
    AT(v4l2_queryctrl, id);
    AT(v4l2_queryctrl, type);
    AT(v4l2_queryctrl, name);
    AT(v4l2_queryctrl, minimum);
    AT(v4l2_queryctrl, maximum);
    AT(v4l2_queryctrl, step);
    AT(v4l2_queryctrl, default_value);
    AT(v4l2_queryctrl, flags);
    SIZE(v4l2_querymenu);
    AT(v4l2_querymenu, id);
    AT(v4l2_querymenu, index);
    AT(v4l2_querymenu, name);
    SIZE(v4l2_control);
    AT(v4l2_control, id);
    AT(v4l2_control, value);
    CALL(VIDIOC_QUERYCAP);
    CALL(VIDIOC_ENUM_FMT);
    CALL(VIDIOC_ENUM_FRAMESIZES);
    CALL(VIDIOC_G_FMT);
    CALL(VIDIOC_S_FMT);
    CALL(VIDIOC_REQBUFS);
    CALL(VIDIOC_QUERYBUF);
    CALL(VIDIOC_QBUF);
    CALL(VIDIOC_DQBUF);
    CALL(VIDIOC_STREAMON);
    CALL(VIDIOC_STREAMOFF);
    CALL(VIDIOC_QUERYCTRL);
    CALL(VIDIOC_QUERYMENU);
    CALL(VIDIOC_G_CTRL);
    CALL(VIDIOC_S_CTRL);
    return 0;
}
